using System.Runtime.InteropServices;

namespace ProcVision.Sdk.Tests.Sessions.Reading;

/// <summary>A value of every built-in kind with a size, by the kind's name in a schema and in the order of the kinds' numbers, from 2.</summary>
internal static class BuiltIns
{
    internal static (string Name, byte[] Bytes)[] All { get; } =
    [
        ("boolean", [1]), ("sByte", [0xFE]), ("byte", [200]), ("int16", Of<short>(-3000)), ("uInt16", Of<ushort>(60000)), ("int32", Of(-70000)),
        ("uInt32", Of(4_000_000_000)), ("int64", Of(long.MinValue)), ("uInt64", Of(ulong.MaxValue)), ("single", Of(0.1f)), ("double", Of(-1e-300)),
        ("decimal", Of(-1234567890.10m)), ("char", Of('é')), ("guid", Of(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"))),
        ("dateTime", Of(new DateTime(2026, 1, 2, 3, 4, 5, 60, DateTimeKind.Utc))),
        ("dateTimeOffset", Of(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromMinutes(-570)))),
        ("timeSpan", Of(new TimeSpan(-1, -2, -3, -4, -5))), ("dateOnly", Of(new DateOnly(2026, 1, 2))), ("timeOnly", Of(new TimeOnly(3, 4, 5))),
        ("rect", Of(new Rect(1, -2, 3, 4))),
    ];

    private static byte[] Of<T>(T value)
        where T : unmanaged => MemoryMarshal.AsBytes<T>([value]).ToArray();
}
