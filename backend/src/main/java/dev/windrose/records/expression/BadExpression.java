package dev.windrose.records.expression;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;

/** An expression that cannot be read. */
public class BadExpression extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ExpressionProblem problem;

    BadExpression(String message, int start, int end) {
        super(message, null, false, false);
        this.problem = new ExpressionProblem(message, start, end);
    }

    public ExpressionProblem problem() {
        return problem;
    }

    public AppException of(String field) {
        return new AppException(CommonError.BAD_VALUE, problem.message(), field);
    }
}
