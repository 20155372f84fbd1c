package dev.windrose.intake.names;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as the reader needs it.
 *
 * @param type company, contact, deal, product, issue or person
 * @param fields canonical names and plain JSON values
 */
public record KnownRecord(String type, String id, String name, Map<String, Object> fields) {

    public @Nullable String text(String field) {
        var value = fields.get(field);
        return value == null ? null : value.toString();
    }

    public String textOr(String field, String other) {
        var value = text(field);
        return value == null ? other : value;
    }

    public @Nullable BigDecimal number(String field) {
        var value = text(field);
        try {
            return value == null ? null : new BigDecimal(value);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    public @Nullable LocalDate date(String field) {
        var value = text(field);
        return value == null || value.length() < 10 ? null : LocalDate.parse(value.substring(0, 10));
    }

    public boolean is(String other) {
        return type.equals(other);
    }

    public boolean sameAs(@Nullable KnownRecord other) {
        return other != null && type.equals(other.type) && id.equals(other.id);
    }

    /** The id of the company that a contact, deal or issue belongs to. */
    public @Nullable String companyId() {
        return is("company") ? id : text("company_id");
    }
}
