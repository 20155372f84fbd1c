package dev.windrose.records.store;

import dev.windrose.platform.error.CommonError;
import dev.windrose.records.FieldProblem;

/** One value that a field does not take. Collected with the others, never shown alone. */
public class BadValue extends Exception {

    private static final long serialVersionUID = 1L;

    private final CommonError code;

    BadValue(CommonError code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    static BadValue wrongType(String expected) {
        return new BadValue(CommonError.WRONG_TYPE, "Expected " + expected + ".");
    }

    static BadValue bad(String detail) {
        return new BadValue(CommonError.BAD_VALUE, detail);
    }

    public FieldProblem of(String field) {
        return new FieldProblem(code, field, getMessage());
    }
}
