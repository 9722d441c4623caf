"""Checked content comes in, HTML goes out. The HTML works without JavaScript."""
