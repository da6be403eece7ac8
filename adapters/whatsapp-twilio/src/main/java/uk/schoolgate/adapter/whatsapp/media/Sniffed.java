package uk.schoolgate.adapter.whatsapp.media;

/** What a file is by how it starts, whatever it is said to be. */
enum Sniffed {
    ZIP,
    /** Also in an encoding that WhatsApp does not write: its reader says so better than we can here. */
    TEXT,
    OTHER;

    private static final int LOOKED_AT = 4096;
    private static final int DELETE = 0x7F;

    static Sniffed of(byte[] bytes) {
        if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return TEXT;
        }
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (isControl(bytes[i])) {
                return OTHER;
            }
        }
        return bytes.length == 0 || startsWith(bytes, '%', 'P', 'D', 'F') ? OTHER : TEXT;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isControl(byte b) {
        return (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') || b == DELETE;
    }
}
