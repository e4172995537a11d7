namespace ProcVision.Fuzz.Pictures;

/// <summary>Damages bytes in the ways in which files are damaged, whatever they mean.</summary>
internal static class ByteMutation
{
    // Half of the damage is done here, where the structure is.
    private const int Front = 700;

    internal static byte[] Of(byte[] original, Random random)
    {
        var file = new List<byte>(original);
        for (var changes = random.Next(1, 5); changes > 0 && file.Count > 1; changes--)
        {
            var at = random.Next(random.Next(2) == 0 ? Math.Min(file.Count, Front) : file.Count);
            switch (random.Next(7))
            {
                case 0:
                    file[at] = (byte)random.Next(256);
                    break;
                case 1:
                    file[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    file[at] = random.Next(2) == 0 ? (byte)0xFF : (byte)0;
                    break;
                case 3:
                    file.RemoveRange(at, Math.Min(random.Next(1, 9), file.Count - at - 1));
                    break;
                case 4:
                    file.InsertRange(at, Part(original, random));
                    break;
                case 5:
                    file[at] = file[random.Next(file.Count)];
                    break;
                case var _ when random.Next(8) == 0:
                    file.RemoveRange(at, file.Count - at); // cut short
                    break;
                default:
                    break;
            }
        }

        return [.. file];
    }

    private static byte[] Part(byte[] original, Random random)
    {
        var start = random.Next(original.Length);
        return original.AsSpan(start, Math.Min(random.Next(1, 9), original.Length - start)).ToArray();
    }
}
