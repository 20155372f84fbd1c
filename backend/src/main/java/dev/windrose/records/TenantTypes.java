package dev.windrose.records;

import dev.windrose.platform.id.TenantId;

/** The record types of a workspace: the built-in ones with what it has added. */
public interface TenantTypes {

    TypeSet of(TenantId tenant, TypeSet builtIn);

    /** Keeps the types as they are until the running transaction ends, and makes sure that the newest are used. */
    void hold(TenantId tenant);

    /** Has every node read the types again once the running transaction is committed. */
    void changed(TenantId tenant);
}
