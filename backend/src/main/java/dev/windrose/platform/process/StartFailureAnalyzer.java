package dev.windrose.platform.process;

import dev.windrose.platform.error.AppException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a refused start end in its own sentence instead of a stack trace. */
class StartFailureAnalyzer extends AbstractFailureAnalyzer<AppException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AppException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
