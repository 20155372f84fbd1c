package dev.windrose.records;

import java.util.Locale;

/** What a field holds; decides its column, its checks, its filters and its widget. */
public enum FieldKind {
    TEXT,
    LONG_TEXT,
    INTEGER,
    /** Stored as double precision, so that filters stay fast under row-level security. */
    NUMBER,
    MONEY,
    DATE,
    INSTANT,
    BOOLEAN,
    CHOICE,
    MULTI_CHOICE,
    REFERENCE,
    REFERENCES,
    EMAIL,
    PHONE,
    URL,
    /** ISO 3166 alpha-2. */
    COUNTRY,
    JSON,
    PERSON,
    /** From 0 to 100, stored as double precision. */
    SCORE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Free text, compared by its normalised key. */
    public boolean isText() {
        return switch (this) {
            case TEXT, EMAIL, PHONE, URL -> true;
            case LONG_TEXT,
                    INTEGER,
                    NUMBER,
                    MONEY,
                    DATE,
                    INSTANT,
                    BOOLEAN,
                    CHOICE,
                    MULTI_CHOICE,
                    REFERENCE,
                    REFERENCES,
                    COUNTRY,
                    JSON,
                    PERSON,
                    SCORE -> false;
        };
    }

    /** Characters a text of this kind may have unless its field says otherwise; 0 for what is no free text. */
    public int longest() {
        return switch (this) {
            case LONG_TEXT -> 20_000;
            case URL -> 2_000;
            case TEXT -> 500;
            case EMAIL -> 254;
            case PHONE -> 50;
            case INTEGER,
                    NUMBER,
                    MONEY,
                    DATE,
                    INSTANT,
                    BOOLEAN,
                    CHOICE,
                    MULTI_CHOICE,
                    REFERENCE,
                    REFERENCES,
                    COUNTRY,
                    JSON,
                    PERSON,
                    SCORE -> 0;
        };
    }

    public boolean isNumber() {
        return this == INTEGER || this == NUMBER || this == SCORE;
    }

    /** A day or a moment. */
    public boolean isTime() {
        return this == DATE || this == INSTANT;
    }

    /** One of the values that records share, so that they make columns and groups. */
    public boolean isShared() {
        return this == CHOICE || this == BOOLEAN || this == REFERENCE || this == PERSON || this == COUNTRY;
    }

    /** Short enough, and no id, so that a sentence can name the value. */
    public boolean isTold() {
        return !isLink() && this != JSON && this != LONG_TEXT;
    }

    public boolean isLink() {
        return this == REFERENCE || this == REFERENCES || this == PERSON;
    }

    /** Stored as {@code jsonb}. */
    public boolean isJson() {
        return this == JSON || this == REFERENCES || this == MULTI_CHOICE;
    }
}
