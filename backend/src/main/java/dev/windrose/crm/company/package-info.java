/** Accounts: their facts, their place in a group of companies, their state as customers. */
@NamedInterface("company")
@NullMarked
package dev.windrose.crm.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
