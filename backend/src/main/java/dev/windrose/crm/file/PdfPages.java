package dev.windrose.crm.file;

import java.util.List;

/** What was read of a PDF file. */
public sealed interface PdfPages {

    /** The words of each page. */
    record Read(List<String> pages) implements PdfPages {}

    /** It asks for a password. */
    record Encrypted() implements PdfPages {}

    /** Damaged, or not read in time. */
    record Unreadable() implements PdfPages {}
}
