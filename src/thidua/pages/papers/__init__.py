"""Văn bản của năm thi đua: the list, one paper beside its preview, letterhead and templates."""
