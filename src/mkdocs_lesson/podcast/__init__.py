"""The podcast: scripts and what was recorded of them come in; captions, a feed and its files go out."""
