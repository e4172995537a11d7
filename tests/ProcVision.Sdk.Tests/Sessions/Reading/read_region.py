"""Reads a session region, from docs/session-format.md alone: read_region.py FILE prints what stands in it as JSON.

It takes a file that nobody writes any more, or a live one on x86-64. It checks places and lengths as the page says; what a schema says of its
types it believes.
"""
import base64
import datetime
import json
import mmap
import struct
import sys

SIZES = {
    "boolean": 1, "sByte": 1, "byte": 1, "int16": 2, "uInt16": 2, "int32": 4, "uInt32": 4, "int64": 8, "uInt64": 8, "single": 4, "double": 8,
    "decimal": 16, "char": 2, "guid": 16, "dateTime": 8, "dateTimeOffset": 16, "timeSpan": 8, "dateOnly": 4, "timeOnly": 8, "rect": 16,
}
KINDS = [None, "null", *SIZES, "text", "coded"]
NAMES = {
    "boolean": "bool", "sByte": "sbyte", "int16": "short", "uInt16": "ushort", "int32": "int", "uInt32": "uint", "int64": "long", "uInt64": "ulong",
    "single": "float", "text": "string", "guid": "Guid", "dateTime": "DateTime", "dateTimeOffset": "DateTimeOffset", "timeSpan": "TimeSpan",
    "dateOnly": "DateOnly", "timeOnly": "TimeOnly", "rect": "Rect",
}
NUMBERS = {
    "sByte": "<b", "byte": "<B", "int16": "<h", "uInt16": "<H", "int32": "<i", "uInt32": "<I", "int64": "<q", "uInt64": "<Q", "single": "<f",
    "double": "<d",
}
TRIES = 1000
TICKS = 10_000_000  # in a second


class Refused(Exception):
    """The region as a whole."""


class Wrong(Exception):
    """One part of it."""


class MovedOn(Exception):
    """Another detection or layout than when this look began."""


class Region:
    def __init__(self, data):
        self.data = data
        size = len(data)
        if not 32768 <= size <= 67108864 or size % 4096:
            raise Refused(f"{size} bytes are no region")
        if data[0:8] != b"PVSTATE\0":
            raise Refused("not a region")
        if self.u32(8) != 1:
            raise Refused(f"version {self.u32(8)}")
        if self.u32(12) != size:
            raise Refused(f"{self.u32(12)} bytes expected, {size} there")
        self.word = self.u64(16)
        self.generation = self.word & 0xFFFFFF
        if self.word & ~0x100FFFFFF or self.generation == 0xFFFFFF:
            raise Refused("damaged generation word")
        self.root = self.u64(24)
        self.hash_at = None
        self.problems = []

    def copy(self, offset, length):
        if offset < 0 or length < 0 or offset + length > len(self.data):
            raise Wrong(f"{length} bytes at {offset} are outside")
        return bytes(self.data[offset:offset + length])

    def block(self, offset, length):
        if offset < 16384 or offset % 16:
            raise Wrong(f"no block at {offset}")
        return self.copy(offset, length)

    def u32(self, offset):
        return struct.unpack("<I", self.copy(offset, 4))[0]

    def u64(self, offset):
        return struct.unpack("<Q", self.copy(offset, 8))[0]

    def require_current(self):
        if self.u64(16) & 0xFFFFFF != self.generation or self.u64(24) != self.root:
            raise MovedOn
        if self.hash_at is not None and self.u64(self.hash_at) != self.hash:
            raise MovedOn

    def whole(self, offset, copy):
        """What a state word names, as copy(status) copies it out; None when that is nothing."""
        for _ in range(TRIES):
            state = self.u64(offset)
            wrong = value = None
            try:
                status = state & 3 if state >> 40 == self.generation else 0
                value = copy(status) if status else None
            except Wrong as problem:
                wrong = problem
            self.require_current()
            if self.u64(offset) == state:
                if wrong:
                    raise wrong
                return value
        raise Wrong("its writer goes on and on")

    def identity(self):
        length = self.u32(80)
        if length > 16128:
            raise Wrong("identity too long")
        identity = json.loads(self.copy(256, length))
        self.require_current()
        return identity

    def typed(self):
        block, length = self.root & 0xFFFFFFFF, self.root >> 32
        if not self.root:
            return [], None
        self.block(block, max(length, 24))
        self.hash_at, self.hash = block + 16, self.u64(block + 16)
        schema_length, slots, slots_length, count = struct.unpack("<IIII", self.copy(block, 16))
        if slots % 64 or 24 + schema_length > slots or slots + slots_length > length:
            raise Wrong("the layout block cannot be")
        text = self.copy(block + 24, schema_length)
        self.require_current()
        if self.hash != fnv(text):
            raise Wrong("the schema is not what was written")
        schema = json.loads(text)
        if len(schema["slots"]) != count:
            raise Wrong("the number of slots is wrong")
        return [(slot, schema["types"], block + slots) for slot in schema["slots"]], schema["name"]

    def slot(self, slot, types, slots):
        has_length = slot["form"] != "value"
        capacity = slot["capacity"]
        stride = (capacity + (4 if has_length else 0) + 7) // 8 * 8
        at = slots + slot["offset"]

        def copy(status):
            if status == 1:
                return "null", b""
            cell = at + 8 + stride * (status - 2)
            if not has_length:
                return "value", self.copy(cell, capacity)
            length = self.u32(cell)
            if length > capacity:
                raise Wrong(f"{length} bytes in {capacity}")
            return "value", self.copy(cell + 4, length)

        found = self.whole(at, copy)
        if not found:
            return None
        return {"key": slot["key"], "type": slot["type"],
                "value": None if found[0] == "null" else value_of(types, slot["value"], found[1]), "bytes": len(found[1])}

    def entries(self):
        word, seen = self.u64(32), []
        while word and word >> 40 == self.generation:
            chunk = word & 0xFFFFFFFFFF
            count = self.u32(chunk + 8)
            self.block(chunk, 16 + 80 * count)
            end = chunk + 16 + 80 * count
            if not count or any(chunk < other[1] and other[0] < end for other in seen):
                raise Wrong("the chain of chunks cannot be")
            seen.append((chunk, end))
            yield from range(chunk + 16, end, 80)
            word = self.u64(chunk)

    def entry(self, at):
        def copy(status):
            if status == 1:
                raise Wrong("no such state")
            cell = self.copy(at + 16 + 32 * (status - 2), 32)
            key, key_length, kind = struct.unpack("<IHB", cell[:7])
            name = self.block(key, key_length).decode()
            if not 0 < kind < len(KINDS):
                raise Wrong(f"no kind {kind}")
            if kind < 22:
                return name, KINDS[kind], cell[8:24], 0
            offset, length, start = struct.unpack("<III", cell[8:20])
            return name, KINDS[kind], self.block(offset, length), start

        found = self.whole(at, copy)
        if not found:
            return None
        key, kind, data, start = found
        if kind == "null":
            return {"key": key, "type": "null", "value": None, "bytes": 0}
        if kind == "text":
            return {"key": key, "type": "string", "value": data.decode(), "bytes": len(data)}
        if kind == "coded":
            described, payload = json.loads(data[:start]), data[start:]
            return {"key": key, "type": described["type"], "value": value_of(described["types"], described["value"], payload), "bytes": len(payload)}
        data = data[:SIZES[kind]]
        return {"key": key, "type": NAMES.get(kind, kind), "value": built_in(kind, data), "bytes": len(data)}

    def read(self):
        identity = self.identity() if self.generation else {}
        slots, name = self.typed()
        keyed = []
        for at in self.entries():
            self.part(f"entry {at}", keyed, lambda: self.entry(at))
        values = []
        for slot, types, offset in slots:
            self.part(f"'{slot['key']}'", values, lambda: self.slot(slot, types, offset))
        properties = {value["key"] for value in values}
        values += sorted((value for value in keyed if value["key"] not in properties), key=lambda value: value["key"].encode("utf-16-be"))
        self.require_current()
        return {
            **identity, "generation": self.generation, "open": bool(self.u64(16) >> 32 & 1), "size": self.u32(12), "layout": name,
            "begun_ms": self.u64(40), "attached_ms": self.u64(48), "owner": [self.u32(56), self.u64(64)], "writer": [self.u32(60), self.u64(72)],
            "values": values, "problems": self.problems,
        }

    def part(self, name, values, read):
        try:
            value = read()
            if value:
                values.append(value)
        except (Wrong, UnicodeDecodeError, json.JSONDecodeError, KeyError) as problem:
            self.problems.append(f"{name}: {problem}")


def fnv(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def size_of(types, index):
    kind = types[index]["kind"]
    return size_of(types, types[index]["of"]) if kind == "enum" else types[index].get("size", SIZES.get(kind))


def value_of(types, index, data):
    described = types[index]
    kind = described["kind"]
    if kind == "text":
        return data.decode()
    if kind == "json":
        return json.loads(data)
    if kind == "array":
        size = size_of(types, described["of"])
        if described["name"] == "byte[]":
            return base64.b64encode(data).decode()
        return [value_of(types, described["of"], data[i:i + size]) for i in range(0, len(data), size)]
    if len(data) != size_of(types, index):
        raise Wrong(f"{len(data)} bytes for {kind}")
    if kind == "struct":
        return {member["name"]: part_of(types, member, data) for member in described["members"]}
    if kind == "nullable":
        return value_of(types, described["of"], data[len(data) - size_of(types, described["of"]):]) if data[0] else None
    if kind == "enum":
        return enum(described, built_in(types[described["of"]]["kind"], data))
    return built_in(kind, data)


def part_of(types, member, data):
    return value_of(types, member["type"], data[member["offset"]:member["offset"] + size_of(types, member["type"])])


def enum(described, number):
    names = {}
    for name, value in described["names"]:
        names.setdefault(value % 2**64, name)
    bits = number % 2**64
    if bits in names:
        return names[bits]
    if not described.get("flags") or not bits:
        return number
    parts, rest = [], bits
    for value in sorted((value for value in names if value), key=lambda value: (-value.bit_count(), value)):
        if rest & value == value:
            parts.append(names[value])
            rest &= ~value
    return number if rest else ", ".join(parts)


def built_in(kind, data):
    if kind in ("single", "double"):
        number = struct.unpack(NUMBERS[kind], data)[0]
        if number != number:
            return "NaN"
        if number in (float("inf"), float("-inf")):
            return "Infinity" if number > 0 else "-Infinity"
        return shortest(number) if kind == "single" else number
    if kind in NUMBERS:
        return struct.unpack(NUMBERS[kind], data)[0]
    if kind == "boolean":
        return bool(data[0])
    if kind == "rect":
        return dict(zip(("x", "y", "width", "height"), struct.unpack("<iiii", data)))
    if kind == "decimal":
        flags, high, low = struct.unpack("<IIQ", data)
        digits, scale = str((high << 64) + low), flags >> 16 & 0xFF
        digits = digits.rjust(scale + 1, "0")
        return float(("-" if flags >> 31 else "") + (f"{digits[:-scale]}.{digits[-scale:]}" if scale else digits))
    if kind == "char":
        return data.decode("utf-16-le")
    if kind == "guid":
        first, second, third = struct.unpack("<IHH", data[:8])
        return f"{first:08x}-{second:04x}-{third:04x}-{data[8:10].hex()}-{data[10:].hex()}"
    return time(kind, data)


def shortest(single):
    """The shortest text of a single that reads back as the same."""
    for digits in range(1, 10):
        text = f"{single:.{digits}g}"
        if struct.pack("<f", float(text)) == struct.pack("<f", single):
            return float(text)
    return single


def time(kind, data):
    if kind == "dateOnly":
        return (datetime.date(1, 1, 1) + datetime.timedelta(struct.unpack("<i", data)[0])).isoformat()
    if kind == "dateTimeOffset":
        minutes, _, utc = struct.unpack("<iIQ", data)
        sign = "-" if minutes < 0 else "+"
        return moment(utc + minutes * 60 * TICKS) + f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    if kind == "dateTime":
        ticks = struct.unpack("<Q", data)[0]
        return moment(ticks & (1 << 62) - 1) + ("Z" if ticks >> 62 == 1 else "")
    ticks = struct.unpack("<q", data)[0]
    days, rest = divmod(abs(ticks), 86400 * TICKS)
    text = clock(rest) + (f".{rest % TICKS:07}" if rest % TICKS else "")
    return ("-" if ticks < 0 else "") + (f"{days}." if days else "") + text


def moment(ticks):
    days, rest = divmod(ticks, 86400 * TICKS)
    fraction = f".{rest % TICKS:07}".rstrip("0") if rest % TICKS else ""
    return f"{(datetime.date(1, 1, 1) + datetime.timedelta(days)).isoformat()}T{clock(rest)}{fraction}"


def clock(ticks):
    seconds = ticks // TICKS
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def main(path):
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for _ in range(100):
            try:
                return Region(data).read()
            except MovedOn:
                pass
    raise Refused("the region goes from detection to detection")


if __name__ == "__main__":
    try:
        json.dump(main(sys.argv[1]), sys.stdout, ensure_ascii=False)
    except Refused as refusal:
        sys.exit(str(refusal))
