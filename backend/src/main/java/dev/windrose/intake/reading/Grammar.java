package dev.windrose.intake.reading;

/** Reads one kind of thing out of prepared statements and drafts operations. */
interface Grammar {
    void read(Reading reading);
}
