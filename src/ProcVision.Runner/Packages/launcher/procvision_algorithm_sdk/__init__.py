"""Stands where the Python SDK stood: starts the native algorithm that lies in the package. See docs/drop-in.md of ProcVision.Generated."""
