package dev.windrose.journeys.engine.project;

/** A file of columns, and the oldest transaction whose rows may not be in it. */
record Manifest(String file, long watermark, long events, int entities, long checksum) {}
