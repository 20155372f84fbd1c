package dev.windrose.crm.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file is, as its content says. */
enum ContentType {
    PNG("image/png", Family.IMAGE, "png"),
    JPEG("image/jpeg", Family.IMAGE, "jpg", "jpeg"),
    GIF("image/gif", Family.IMAGE, "gif"),
    WEBP("image/webp", Family.IMAGE, "webp"),
    PDF("application/pdf", Family.DOCUMENT, "pdf"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Family.ZIP, "docx", "docm"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Family.ZIP, "xlsx", "xlsm"),
    SLIDES("application/vnd.openxmlformats-officedocument.presentationml.presentation", Family.ZIP, "pptx", "pptm"),
    ZIP("application/zip", Family.ZIP, "zip"),
    OLD_OFFICE("application/x-ole-storage", Family.DOCUMENT, "doc", "xls", "ppt", "msg"),
    GZIP("application/gzip", Family.ARCHIVE, "gz", "tgz"),
    MP4("video/mp4", Family.MEDIA, "mp4", "m4a", "mov"),
    MP3("audio/mpeg", Family.MEDIA, "mp3"),
    WAV("audio/wav", Family.MEDIA, "wav"),
    HTML("text/html", Family.MARKUP, "html", "htm"),
    SVG("image/svg+xml", Family.MARKUP, "svg"),
    CSV("text/csv", Family.TEXT, "csv", "tsv"),
    JSON("application/json", Family.TEXT, "json", "jsonl"),
    MARKDOWN("text/markdown", Family.TEXT, "md"),
    MAIL("message/rfc822", Family.TEXT, "eml"),
    MAILS("application/mbox", Family.TEXT, "mbox"),
    TRANSCRIPT("text/vtt", Family.TEXT, "vtt", "srt"),
    CALENDAR("text/calendar", Family.TEXT, "ics"),
    CARD("text/vcard", Family.TEXT, "vcf"),
    XML("application/xml", Family.TEXT, "xml"),
    TEXT("text/plain", Family.TEXT, "txt", "log", "yaml", "yml"),
    PROGRAM("application/x-executable", Family.PROGRAM, "exe", "dll", "msi", "sh", "bat", "cmd", "ps1", "jar", "class"),
    UNKNOWN("application/octet-stream", Family.UNKNOWN);

    /** Types that are told apart by their name alone, or that do no harm in each other's place. */
    enum Family {
        IMAGE,
        DOCUMENT,
        ZIP,
        ARCHIVE,
        MEDIA,
        MARKUP,
        TEXT,
        PROGRAM,
        UNKNOWN
    }

    private final String media;
    private final Family family;
    private final List<String> extensions;

    ContentType(String media, Family family, String... extensions) {
        this.media = media;
        this.family = family;
        this.extensions = List.of(extensions);
    }

    String media() {
        return media;
    }

    Family family() {
        return family;
    }

    /** Browsers show it themselves without running anything in it. */
    boolean shown() {
        return family == Family.IMAGE || this == PDF;
    }

    /** What the name claims; empty where it claims nothing that is known. */
    static Optional<ContentType> claimedBy(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    static Optional<ContentType> of(String media) {
        return Stream.of(values()).filter(type -> type.media.equals(media)).findFirst();
    }
}
