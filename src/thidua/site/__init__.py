"""Settings, root addresses, middleware: where the parts are put together."""
