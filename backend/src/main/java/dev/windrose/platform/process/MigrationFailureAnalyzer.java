package dev.windrose.platform.process;

import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence that the database does not fit this program; a migration that fails is rolled back as a whole. */
class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
        var text = String.valueOf(cause.getMessage())
                .lines()
                .limit(2)
                .reduce((first, second) -> first + ": " + second)
                .orElse("");
        return new FailureAnalysis(
                "The database could not be brought to this version, and was left as it is. " + text, null, cause);
    }
}
