"""Questions and cards as files for other programs. Nothing here knows the site's pages."""
