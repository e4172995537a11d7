namespace ProcVision.Fuzz.Pictures;

/// <summary>Makes arrays with headers of every legal form and of forms beside them, and bodies that fit them or nearly do.</summary>
internal static class NpyMutation
{
    private static readonly string[] Types =
        ["|u1", "<u1", ">u1", "=u1", "|i1", "|b1", "<u2", ">u2", "<i2", "<i4", "<f2", "<f4", ">f8", "|O", "|S1", "<U1", "|V3", "", "u1", "|u8", "|u11"];

    private static readonly string[] Counts = ["1", "3", "4", "2", "0", "5", "1000"];
    private static readonly string[] Words = ["True", "False", "0", "None", "true", ""];

    internal static byte[] Of(Random random)
    {
        var (height, width) = (Side(random), Side(random));
        var channels = Counts[random.Next(random.Next(4) == 0 ? Counts.Length : 3)];
        var isFlat = random.Next(3) == 0;
        var shape = isFlat ? $"({height}, {width})" : $"({height}, {width}, {channels})";
        if (random.Next(20) == 0)
        {
            shape = random.Next(5) switch { 0 => "()", 1 => $"({height},)", 2 => $"(1, {height}, {width}, 3)", 3 => $"({height}L, {width}L)", _ => $"({height} {width})" };
        }

        var type = Types[random.Next(random.Next(4) == 0 ? Types.Length : 2)];
        var order = Words[random.Next(random.Next(8) == 0 ? Words.Length : 2)];
        string[] entries = [$"'descr': '{type}'", $"'fortran_order': {order}", $"'shape': {shape}"];
        if (random.Next(4) == 0)
        {
            random.Shuffle(entries);
        }

        var samples = height * width * (isFlat ? 1 : int.Parse(channels, System.Globalization.CultureInfo.InvariantCulture));
        var length = Math.Clamp(samples + (random.Next(8) == 0 ? random.Next(-3, 4) : 0), 0, 200_000);
        var body = new byte[length];
        random.NextBytes(body.AsSpan(0, Math.Min(length, 64)));
        var file = NumpyBytes.WithHeader($"{{{string.Join(", ", entries)}, }}", body, (byte)(random.Next(8) == 0 ? random.Next(256) : random.Next(1, 4)));
        return random.Next(3) == 0 ? ByteMutation.Of(file, random) : file;
    }

    private static int Side(Random random) => random.Next(12) == 0 ? random.Next(8100) : random.Next(99, 130);
}
