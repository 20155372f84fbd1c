package dev.windrose.records.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.windrose.records.FieldKind;
import java.util.Optional;

/** The kinds of values in expressions. There is one kind of number. */
final class Kinds {

    static final CelType NUMBER = SimpleType.DOUBLE;
    static final CelType TEXT = SimpleType.STRING;
    static final CelType TRUTH = SimpleType.BOOL;
    static final CelType INSTANT = SimpleType.TIMESTAMP;
    static final CelType DATE = OpaqueType.create("date");
    static final CelType MONEY = OpaqueType.create("money");
    static final CelType TEXTS = ListType.create(TEXT);
    static final CelType ANY = SimpleType.DYN;

    private Kinds() {}

    /** The kind of a field that gets the result. */
    static Optional<FieldKind> field(CelType type) {
        return Optional.ofNullable(
                type.equals(NUMBER)
                        ? FieldKind.NUMBER
                        : type.equals(TEXT)
                                ? FieldKind.TEXT
                                : type.equals(TRUTH)
                                        ? FieldKind.BOOLEAN
                                        : type.equals(INSTANT)
                                                ? FieldKind.INSTANT
                                                : type.equals(DATE)
                                                        ? FieldKind.DATE
                                                        : type.equals(MONEY) ? FieldKind.MONEY : null);
    }

    static String told(CelType type) {
        return type instanceof StructType ? "a record" : told(type.name());
    }

    /** What people call a type as the library names it. */
    static String told(String name) {
        return switch (name) {
            case "double", "int" -> "a number";
            case "string" -> "text";
            case "bool" -> "yes or no";
            case "money" -> "an amount of money";
            case "date" -> "a date";
            case "google.protobuf.Timestamp", "timestamp" -> "a point in time";
            case "dyn" -> "anything";
            case "map" -> "a map";
            case "bytes" -> "bytes";
            default ->
                name.startsWith("list")
                        ? "a list"
                        : name.startsWith("%") || name.equals("T") ? "any value" : "a record";
        };
    }
}
