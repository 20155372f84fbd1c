package dev.windrose.context.transfer;

import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.entry.EntryKind;
import dev.windrose.context.transfer.material.Details;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person corrects before anything is written. Each correction is planned anew, because files lean on each other. */
@Component
public class EditItems {

    private static final List<String> PLACES =
            List.of(EntryFields.TREE, EntryFields.PARENT, EntryFields.VARIANT, "position", "channel");

    private final Transfers transfers;
    private final TransferStore store;
    private final TransferItemStore items;
    private final CarryOut carryOut;

    EditItems(Transfers transfers, TransferStore store, TransferItemStore items, CarryOut carryOut) {
        this.transfers = transfers;
        this.store = store;
        this.items = items;
        this.carryOut = carryOut;
    }

    /** What is left out stays as it is. */
    public record Edit(
            @Nullable Boolean included,
            @Nullable String category,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String body) {

        boolean words() {
            return category != null || kind != null || title != null || body != null;
        }
    }

    @Transactional
    public List<TransferItem> change(UUID id, Collection<Integer> positions, Edit edit) {
        var transfer = ready(id);
        for (int position : positions) {
            var item = items.find(id, position)
                    .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such file in it."));
            if (item.front() == null) {
                throw new AppException(
                        CommonError.CONFLICT, "%s could not be read, so it stays out.".formatted(item.path()));
            }
            if (edit.words() && !item.proposed()) {
                throw new AppException(
                        CommonError.CONFLICT,
                        "%s says itself what it is. Correct the file, or the entry afterwards.".formatted(item.path()));
            }
            var changed = edit.words() ? corrected(item, edit) : item;
            items.put(id, edit.included() == null ? changed : changed.including(edit.included()));
        }
        carryOut.plan(transfer);
        return items.of(id);
    }

    /** Whether what is named and not there is made. */
    @Transactional
    public void make(UUID id, boolean make) {
        ready(id);
        store.make(id, make);
        carryOut.plan(transfers.own(id));
    }

    private Transfer ready(UUID id) {
        store.lock(id);
        if (transfers.get(id).status() != Transfer.Status.READY) {
            throw new AppException(CommonError.CONFLICT, "It cannot be changed while it is read or written.");
        }
        return transfers.own(id);
    }

    private static TransferItem corrected(TransferItem item, Edit edit) {
        var front = item.file().front();
        String title = edit.title() == null
                ? item.file().text(EntryFields.TITLE)
                : edit.title().strip();
        String body = edit.body() == null ? item.body() : edit.body().strip();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put(EntryFields.TITLE, title);
        var kind = kind(edit, String.valueOf(front.get(EntryFields.KIND)));
        boolean other = !kind.wire().equals(front.get(EntryFields.KIND));
        if (other || edit.body() != null) {
            fields.put(EntryFields.CATEGORY, kind.category().wire());
            fields.put(EntryFields.KIND, kind.wire());
            Map<String, @Nullable Object> details = Details.of(kind, Objects.requireNonNullElse(title, ""), body);
            fields.put(EntryFields.DETAILS, details.isEmpty() ? null : details);
        }
        if (kind.category() != EntryCategory.MESSAGE_TREE) {
            PLACES.forEach(place -> fields.put(place, null));
        }
        return item.with(fields, body);
    }

    private static EntryKind kind(Edit edit, String before) {
        if (edit.kind() != null) {
            return EntryKind.of(edit.kind())
                    .orElseThrow(() -> new AppException(
                            CommonError.BAD_VALUE, "\"%s\" is no kind.".formatted(edit.kind()), "kind"));
        }
        var kept = EntryKind.of(before).orElse(EntryKind.PRACTICE);
        if (edit.category() == null || edit.category().equals(kept.category().wire())) {
            return kept;
        }
        return EntryCategory.of(edit.category())
                .orElseThrow(() -> new AppException(
                        CommonError.BAD_VALUE, "\"%s\" is no category.".formatted(edit.category()), "category"))
                .kinds()
                .getFirst();
    }
}
