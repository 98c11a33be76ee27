"""Tests of formats.session."""
