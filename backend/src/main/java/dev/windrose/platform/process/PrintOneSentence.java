package dev.windrose.platform.process;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says on standard error why the start failed. Boot's own longer report is switched off in application.yml. */
class PrintOneSentence implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println(analysis.getDescription().strip().replaceAll("\\s+", " "));
    }
}
