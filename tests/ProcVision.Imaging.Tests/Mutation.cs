namespace ProcVision.Imaging.Tests;

/// <summary>Damages a file in one of the ways in which files are damaged.</summary>
internal static class Mutation
{
    internal static byte[] Of(byte[] original, Random random)
    {
        var file = new List<byte>(original);
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            // Half of the damage near the start, where the structure is.
            var at = random.Next(random.Next(2) == 0 ? Math.Min(file.Count, 700) : file.Count);
            switch (random.Next(6))
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
                    file.InsertRange(at, original.AsSpan(random.Next(original.Length - 9), random.Next(1, 9)).ToArray());
                    break;
                default:
                    file[at] = file[random.Next(file.Count)];
                    break;
            }
        }

        return [.. file];
    }
}
