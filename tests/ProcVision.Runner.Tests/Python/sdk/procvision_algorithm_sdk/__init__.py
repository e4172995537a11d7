"""A stand-in for today's Python SDK, written from conformance sections 2, 9 and 18: what a Runner sees of it, with its defects."""
