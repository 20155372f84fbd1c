package dev.windrose.integrations.web;

import dev.windrose.intake.DroppedFile;
import dev.windrose.intake.DroppedFiles;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What would be read of a file, before it is sent. */
@RestController
class DroppedFileController {

    private static final int MOST = 20;
    private static final int LONGEST = 2_000;

    private final DroppedFiles files;

    DroppedFileController(DroppedFiles files) {
        this.files = files;
    }

    record View(
            String title,
            String channel,
            @Nullable String sender,
            @Nullable OffsetDateTime receivedAt,
            String text,
            boolean cut,
            List<String> attachments,
            @Nullable String leftOut) {

        static View of(DroppedFile.Message message) {
            boolean cut = message.text().length() > LONGEST;
            return new View(
                    message.title(),
                    message.channel(),
                    message.sender(),
                    message.receivedAt(),
                    cut ? message.text().substring(0, LONGEST) : message.text(),
                    cut,
                    message.attachments().stream()
                            .map(DroppedFile.Enclosed::name)
                            .toList(),
                    message.leftOut());
        }
    }

    record Hint(String code, String text, String href) {}

    record Views(
            String kind,
            int count,
            List<View> messages,
            @Nullable String note,
            @Nullable Hint hint) {}

    @GetMapping("/api/v1/files/{id}/messages")
    Views messages(@PathVariable UUID id) {
        Permissions.require(Operation.SUBMIT, "intake");
        var file = files.read(id);
        String note = file.note();
        return new Views(
                file.kind(),
                file.count(),
                file.messages().stream().limit(MOST).map(View::of).toList(),
                note,
                file.forImport() && note != null ? new Hint("import", note, "/imports") : null);
    }
}
