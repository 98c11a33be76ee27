"""Tests of formats.structures."""
