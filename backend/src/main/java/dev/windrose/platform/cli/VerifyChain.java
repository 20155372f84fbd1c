package dev.windrose.platform.cli;

import dev.windrose.platform.audit.VerifyAudit;
import dev.windrose.platform.postgres.OpenDatabase;

/** Recomputes the hash chain of the audit log; exits with 1 where something was changed, removed or cut off. */
final class VerifyChain {

    private VerifyChain() {}

    public static void main(String[] arguments) {
        Command.run(arguments, (settings, environment) -> {
            boolean whole = true;
            try (var database = OpenDatabase.visit(settings);
                    var connection = database.access().connectAsOwner()) {
                for (var chain : new VerifyAudit(connection, settings.folder()).all()) {
                    System.out.printf(
                            "%s: %,d entries in %,d seals, %,d waiting, head %s%n",
                            chain.workspace(),
                            chain.entries(),
                            chain.seals(),
                            chain.unsealed(),
                            chain.head().isEmpty() ? "none" : chain.head());
                    chain.problems().forEach(System.out::println);
                    whole &= chain.problems().isEmpty();
                }
            }
            if (!whole) {
                System.err.println("The audit log is not as it was written.");
                System.exit(1);
            }
            System.out.println("The audit log is whole.");
        });
    }
}
