"""Journal articles, as text of a PDF or as recognised Markdown, and what their readers share."""
