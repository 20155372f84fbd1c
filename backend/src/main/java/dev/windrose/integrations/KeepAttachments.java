package dev.windrose.integrations;

import dev.windrose.crm.file.StoredFiles;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.jobs.JobContext;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Attachments become files of the interaction that was written of a message, else of the deal, contact or company that it is about. */
@Component
class KeepAttachments {

    private static final List<Map.Entry<String, String>> OWNERS = List.of(
            Map.entry("deal_id", "deal"), Map.entry("contact_id", "contact"), Map.entry("company_id", "company"));

    private final StoredFiles files;

    KeepAttachments(StoredFiles files) {
        this.files = files;
    }

    /** @param about type and id of a record; null where the message is about none */
    record Owner(String type, String id) {}

    /** The interaction that was written of it, else what it is about. */
    static @Nullable Owner owner(Map<String, @Nullable Object> decision) {
        var interaction = decision.get("operations") instanceof List<?> operations
                ? operations.stream()
                        .map(KeepAttachments::interaction)
                        .filter(Objects::nonNull)
                        .findFirst()
                : Optional.<Owner>empty();
        return interaction.orElseGet(() -> about(decision));
    }

    private static @Nullable Owner interaction(Object operation) {
        return operation instanceof Map<?, ?> done
                        && "interaction".equals(done.get("entity"))
                        && "applied".equals(done.get("status"))
                        && done.get("record") instanceof Map<?, ?> record
                        && record.get("id") != null
                ? new Owner("interaction", String.valueOf(record.get("id")))
                : null;
    }

    private static @Nullable Owner about(Map<String, @Nullable Object> decision) {
        if (decision.get("about") instanceof Map<?, ?> about) {
            return OWNERS.stream()
                    .filter(owner -> about.get(owner.getKey()) != null)
                    .map(owner -> new Owner(owner.getValue(), String.valueOf(about.get(owner.getKey()))))
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    /** @return what was not kept, in a sentence */
    Optional<String> keep(JobContext job, List<ParsedMessage.Attachment> attachments, @Nullable Owner owner) {
        var refused = new ArrayList<String>();
        for (int at = 0; at < attachments.size(); at++) {
            var attachment = attachments.get(at);
            try {
                job.step("attachment " + at, String.class, () -> files.add(
                                attachment.name(),
                                new ByteArrayInputStream(attachment.content()),
                                owner == null ? null : owner.type(),
                                owner == null ? null : owner.id())
                        .toString());
            } catch (AppException e) {
                refused.add(attachment.name() + ": " + e.getMessage());
            }
        }
        return refused.isEmpty() ? Optional.empty() : Optional.of("Not kept: " + String.join("; ", refused));
    }
}
