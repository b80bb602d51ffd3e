package org.rashomon.watch.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Addresses of machines: which of them are out in the open. */
public final class Addresses {
    /** Networks of IPv4 that are no public hosts: RFC 6890 and what was set apart since, several machines at once, and the future's. */
    private static final int[][] CLOSED = {
        {0x00000000, 8}, // this network
        {0x0A000000, 8}, // private
        {0x64400000, 10}, // shared by customers of a provider
        {0x7F000000, 8}, // this machine
        {0xA9FE0000, 16}, // link-local, and where clouds tell secrets
        {0xAC100000, 12}, // private
        {0xC0000000, 24}, // protocols
        {0xC0000200, 24}, // examples
        {0xC0586300, 24}, // 6to4
        {0xC0A80000, 16}, // private
        {0xC6120000, 15}, // measuring
        {0xC6336400, 24}, // examples
        {0xCB007100, 24}, // examples
        {0xE0000000, 4}, // several at once
        {0xF0000000, 4}, // reserved
    };

    private Addresses() {}

    /** Tells the addresses of a name. */
    @FunctionalInterface
    public interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** Whether an address is that of a host that everybody can reach. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int number = number(bytes, 0);
        return Arrays.stream(CLOSED).noneMatch(net -> (number ^ net[0]) >>> (32 - net[1]) == 0);
    }

    /**
     * Of IPv6 only what is handed out for use in the open (2000::/3), without its tunnels and examples; an address of IPv4 that is wrapped by
     * a translator (64:ff9b::/96) counts as what it wraps, any other wrapping is none.
     */
    private static boolean isPublic6(byte[] bytes) {
        int first = number(bytes, 0);
        if (first == 0x0064FF9B && number(bytes, 4) == 0 && number(bytes, 8) == 0) {
            return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
        }
        boolean handedOut = first >>> 29 == 1;
        boolean protocols = first >>> 9 == 0x20010000 >>> 9; // 2001::/23, Teredo among them
        boolean examples = first == 0x20010DB8 || first >>> 12 == 0x3FFF0000 >>> 12;
        boolean wraps4 = first >>> 16 == 0x2002;
        return handedOut && !protocols && !examples && !wraps4;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | (bytes[at + 3] & 0xff);
    }
}
