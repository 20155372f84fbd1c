package dev.windrose.agents.plan;

/** One kind of thing that people order in a clause. */
interface OrderKind {

    /** @return whether the clause was such an order, and is now in the wish */
    boolean read(Clause clause, Wish wish);
}
