package dev.windrose.context.transfer;

/** A file that is to become an entry. */
record Incoming(int position, EntryFile file) {}
