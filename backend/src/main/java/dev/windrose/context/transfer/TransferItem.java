package dev.windrose.context.transfer;

import dev.windrose.context.transfer.material.Proposal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file, or a part of one, that is to become an entry.
 *
 * @param path of the file; of a proposal the place in the material
 * @param question whose answer it is
 * @param proposed made by rules, not written as an entry
 * @param front null where nothing could be read
 * @param reasons why a proposal is of its kind
 * @param broken why nothing could be read
 * @param plan what it would do, as JSON
 */
public record TransferItem(
        int position,
        String path,
        @Nullable String question,
        boolean proposed,
        boolean included,
        @Nullable Map<String, @Nullable Object> front,
        String body,
        Map<String, Integer> lines,
        List<String> reasons,
        boolean sure,
        @Nullable String broken,
        @Nullable Integer brokenLine,
        @Nullable Map<String, @Nullable Object> plan) {

    static TransferItem of(int position, EntryFile file) {
        return new TransferItem(
                position,
                file.path(),
                null,
                false,
                true,
                file.front(),
                file.body(),
                file.lines(),
                List.of(),
                true,
                null,
                null,
                null);
    }

    static TransferItem broken(int position, String path, @Nullable Integer line, String why) {
        return new TransferItem(
                position, path, null, false, false, null, "", Map.of(), List.of(), true, why, line, null);
    }

    static TransferItem proposed(int position, String path, @Nullable String question, Proposal proposal) {
        return new TransferItem(
                position,
                path,
                question,
                true,
                true,
                proposal.front(),
                proposal.body(),
                Map.of(),
                proposal.reasons(),
                proposal.sure(),
                null,
                null,
                null);
    }

    EntryFile file() {
        var known = front;
        return new EntryFile(path, known == null ? Map.of() : known, body, lines);
    }

    TransferItem including(boolean wanted) {
        return new TransferItem(
                position,
                path,
                question,
                proposed,
                wanted,
                front,
                body,
                lines,
                reasons,
                sure,
                broken,
                brokenLine,
                plan);
    }

    TransferItem with(Map<String, @Nullable Object> fields, String text) {
        var changed = new LinkedHashMap<>(file().front());
        fields.forEach((name, value) -> {
            if (value == null) {
                changed.remove(name);
            } else {
                changed.put(name, value);
            }
        });
        return new TransferItem(
                position, path, question, proposed, included, changed, text, lines, List.of(), true, null, null, plan);
    }
}
