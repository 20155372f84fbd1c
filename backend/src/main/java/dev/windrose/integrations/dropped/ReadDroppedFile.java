package dev.windrose.integrations.dropped;

import dev.windrose.crm.file.ReadFiles;
import dev.windrose.intake.DroppedFile;
import dev.windrose.intake.DroppedFiles;
import dev.windrose.integrations.ConnectionError;
import dev.windrose.integrations.mail.ReadMails;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.people.Workspaces;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a dropped file is, by its name, and the messages in it. */
@Component
class ReadDroppedFile implements DroppedFiles {

    private static final int LARGEST = 25 << 20;

    private final ReadFiles files;
    private final ReadMails mails;
    private final Workspaces workspaces;

    ReadDroppedFile(ReadFiles files, ReadMails mails, Workspaces workspaces) {
        this.files = files;
        this.mails = mails;
        this.workspaces = workspaces;
    }

    @Override
    public DroppedFile read(UUID id) {
        var file = files.whole(id, LARGEST);
        return switch (extension(file.name())) {
            case "eml" -> DroppedFile.of(file.name(), "mail", mails.one(file.content(), zone()));
            case "mbox" -> mailbox(file);
            case "vtt", "srt" ->
                DroppedFile.of(
                        file.name(),
                        "transcript",
                        message(file.name(), "call_note", Transcript.of(words(file)), false));
            case "csv", "tsv" -> Table.of(file.name(), words(file));
            case "pdf", "docx", "docm", "html", "htm" ->
                DroppedFile.of(file.name(), "document", message(file.name(), "chat", words(file), true));
            case "txt", "md", "log" ->
                DroppedFile.of(file.name(), "text", message(file.name(), "chat", words(file), false));
            default ->
                throw unreadable(
                        "\"%s\" is kept, but files of this kind are not read. Mail, transcripts, tables, PDF, Word and text are."
                                .formatted(file.name()));
        };
    }

    private DroppedFile mailbox(ReadFiles.Whole file) {
        var parts = SplitMailbox.of(file.content());
        if (parts.mails().isEmpty()) {
            throw unreadable("\"%s\" holds no mail.".formatted(file.name()));
        }
        var zone = zone();
        var read = parts.mails().stream().map(mail -> mails.one(mail, zone)).toList();
        String note = parts.count() > read.size()
                ? "Of %,d mails the first %d are read. For a whole mail box make a connection."
                        .formatted(parts.count(), read.size())
                : null;
        return new DroppedFile(file.name(), "mailbox", parts.count(), read, note, false);
    }

    private static DroppedFile.Message message(String name, String channel, String text, boolean waits) {
        return new DroppedFile.Message(name, channel, null, null, null, text, waits, List.of(), null);
    }

    private String words(ReadFiles.Whole file) {
        String words = files.words(file).map(String::strip).orElse("");
        if (words.isEmpty()) {
            throw unreadable("There are no words in \"%s\" that can be read.".formatted(file.name()));
        }
        return words;
    }

    private ZoneId zone() {
        return ZoneId.of(workspaces.current().timeZone());
    }

    private static AppException unreadable(@Nullable String sentence) {
        return new AppException(ConnectionError.UNREADABLE_FILE, sentence);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
