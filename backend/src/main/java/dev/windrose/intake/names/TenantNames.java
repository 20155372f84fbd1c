package dev.windrose.intake.names;

import dev.windrose.llm.language.Emails;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The names, mails and domains of one workspace. */
public final class TenantNames {

    private final NameIndex names = new NameIndex();
    private final Map<String, String> contactByMail = new ConcurrentHashMap<>();
    private final Map<String, List<String>> companiesByDomain = new ConcurrentHashMap<>();
    private final Map<String, NamedRow> rows = new ConcurrentHashMap<>();

    /** A record as far as its names go. */
    public record NamedRow(
            String type,
            String id,
            String name,
            @Nullable String companyId,
            @Nullable String mail,
            @Nullable String website,
            @Nullable String subtitle) {}

    public NameIndex names() {
        return names;
    }

    public void put(NamedRow row) {
        if (row.equals(rows.get(row.type() + row.id()))) {
            return;
        }
        remove(row.type(), row.id());
        rows.put(row.type() + row.id(), row);
        if (!row.name().isBlank()) {
            names.put(NameEntry.of(row.type(), row.id(), row.name()));
        }
        if (row.mail() != null) {
            contactByMail.put(row.mail().toLowerCase(Locale.ROOT), row.id());
        }
        domain(row).ifPresent(domain -> companiesByDomain.compute(domain, (key, ids) -> with(ids, companyId(row))));
    }

    public void remove(String type, String id) {
        var old = rows.remove(type + id);
        if (old == null) {
            return;
        }
        names.remove(type, id);
        if (old.mail() != null) {
            contactByMail.remove(old.mail().toLowerCase(Locale.ROOT), id);
        }
        domain(old)
                .ifPresent(domain ->
                        companiesByDomain.computeIfPresent(domain, (key, ids) -> without(ids, companyId(old))));
    }

    public Optional<NamedRow> row(String type, String id) {
        return Optional.ofNullable(rows.get(type + id));
    }

    public Optional<String> contactWithMail(String mail) {
        return Optional.ofNullable(contactByMail.get(mail.toLowerCase(Locale.ROOT)));
    }

    public List<String> companiesWithDomain(String domain) {
        return companiesByDomain.getOrDefault(domain.toLowerCase(Locale.ROOT), List.of()).stream()
                .distinct()
                .toList();
    }

    private static @Nullable String companyId(NamedRow row) {
        return row.type().equals("company") ? row.id() : row.companyId();
    }

    private static Optional<String> domain(NamedRow row) {
        if (companyId(row) == null) {
            return Optional.empty();
        }
        if (row.mail() != null && row.mail().contains("@")) {
            return Optional.of(Emails.domain(row.mail()).toLowerCase(Locale.ROOT));
        }
        return Optional.ofNullable(row.website()).map(site -> site.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("[/?#:].*$", ""));
    }

    /** One entry a record, so that a domain is forgotten only with the last record that has it. */
    private static List<String> with(@Nullable List<String> ids, @Nullable String id) {
        var out = new ArrayList<>(ids == null ? List.of() : ids);
        out.add(String.valueOf(id));
        return out;
    }

    private static @Nullable List<String> without(List<String> ids, @Nullable String id) {
        var out = new ArrayList<>(ids);
        out.remove(String.valueOf(id));
        return out.isEmpty() ? null : out;
    }
}
