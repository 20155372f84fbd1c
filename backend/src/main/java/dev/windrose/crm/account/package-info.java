/** The page of one account, in one answer. */
@NamedInterface("account")
@NullMarked
package dev.windrose.crm.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
