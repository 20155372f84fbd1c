package dev.windrose.intake;

import dev.windrose.crm.file.StoredFiles;
import dev.windrose.platform.error.AppException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a dropped file, and what is attached to it, to the record that it is about. */
@Component
class AboutFiles {

    private static final List<String> OWNERS = List.of("deal", "contact", "company");

    private final StoredFiles files;

    AboutFiles(StoredFiles files) {
        this.files = files;
    }

    /** @return what was not kept, in sentences */
    List<String> keep(UUID file, List<DroppedFile.Enclosed> attachments, Map<String, @Nullable Object> decision) {
        var about = decision.get("about") instanceof Map<?, ?> map ? map : Map.of();
        String type = OWNERS.stream()
                .filter(owner -> about.get(owner + "_id") != null)
                .findFirst()
                .orElse(null);
        String id = type == null ? null : String.valueOf(about.get(type + "_id"));
        var refused = new ArrayList<String>();
        if (type != null && id != null) {
            files.belongTo(file, type, UUID.fromString(id));
        }
        for (var attachment : attachments) {
            try {
                files.add(attachment.name(), new ByteArrayInputStream(attachment.content()), type, id);
            } catch (AppException e) {
                refused.add("%s was not kept: %s".formatted(attachment.name(), e.getMessage()));
            }
        }
        return refused;
    }
}
