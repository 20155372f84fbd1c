package dev.windrose.records.quality;

import dev.windrose.records.FieldKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is known of a record from reading its values, kept beside it. */
enum QualityMark {
    INVALID_EMAIL(FieldKind.EMAIL) {
        @Override
        boolean applies(String value) {
            return JudgeAddress.wrongEmail(value);
        }
    },
    INVALID_PHONE(FieldKind.PHONE) {
        @Override
        boolean applies(String value) {
            return JudgeAddress.wrongPhone(value);
        }
    };

    private final FieldKind kind;

    QualityMark(FieldKind kind) {
        this.kind = kind;
    }

    abstract boolean applies(String value);

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mark that values of the kind may get. */
    static Optional<QualityMark> of(FieldKind kind) {
        return Arrays.stream(values()).filter(mark -> mark.kind == kind).findFirst();
    }
}
