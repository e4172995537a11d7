using System.Buffers.Binary;

namespace ProcVision.Fuzz.Pictures;

/// <summary>Damages a JPEG segment by segment, so that lengths stay right and the damage gets as far as the decoders.</summary>
internal static class JpegMutation
{
    private static readonly ushort[] Sides = [0, 1, 7, 8, 9, 16, 99, 100, 101, 117, 120, 256, 1000, 8000, 8001, 65535];

    internal static byte[] Of(byte[] original, byte[] other, Random random)
    {
        var parts = Split(original);
        var others = Split(other);
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            switch (random.Next(6))
            {
                case 0:
                    PartMutation.Apply(parts, others, Cut, random);
                    break;
                case 1:
                    Change(parts, 0xC0, 0xC2, part => ChangeFrame(part, random));
                    break;
                case 2:
                    Change(parts, 0xDA, 0xDA, part => PartMutation.Touch(part, 4, random));
                    break;
                case 3:
                    Change(parts, 0xC4, 0xC4, part => PartMutation.Touch(part, 4, random));
                    break;
                case 4:
                    parts.Insert(random.Next(1, parts.Count), [0xFF, 0xDD, 0, 4, 0, (byte)random.Next(20)]);
                    break;
                default:
                    PartMutation.Touch(parts[random.Next(parts.Count)], 1, random);
                    break;
            }
        }

        return [.. parts.SelectMany(part => part)];
    }

    /// <summary>Marker, length and body; a scan with its data; what follows without a marker is part of the one before.</summary>
    private static List<byte[]> Split(byte[] file)
    {
        var parts = new List<byte[]> { file[..2] };
        for (var at = 2; at + 4 <= file.Length;)
        {
            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            if (file[at + 1] == 0xDA)
            {
                while (end + 1 < file.Length && !(file[end] == 0xFF && file[end + 1] is not (0 or (>= 0xD0 and <= 0xD7))))
                {
                    end++;
                }
            }

            parts.Add(file[at..Math.Min(end, file.Length)]);
            at = end;
        }

        parts.Add([0xFF, 0xD9]);
        return parts;
    }

    private static void Change(List<byte[]> parts, byte first, byte last, Action<byte[]> change)
    {
        foreach (var part in parts.Where(part => part.Length > 9 && part[1] >= first && part[1] <= last))
        {
            change(part);
        }
    }

    private static void ChangeFrame(byte[] frame, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(random.Next(2) == 0 ? 5 : 7), Sides[random.Next(Sides.Length)]);
                break;
            case 1:
                PartMutation.Touch(frame, 10, random); // components: ids, sampling, tables
                break;
            case 2:
                frame[1] = (byte)(0xC0 + random.Next(16));
                break;
            default:
                PartMutation.Touch(frame, 4, random);
                break;
        }
    }

    /// <summary>The first bytes of a part, with a length that says so where it has one.</summary>
    private static byte[] Cut(byte[] part, int length)
    {
        byte[] rest = [.. part[..Math.Min(part.Length, length + 2)]];
        if (rest.Length >= 4 && rest[1] != 0xDA)
        {
            BinaryPrimitives.WriteUInt16BigEndian(rest.AsSpan(2), (ushort)(rest.Length - 2));
        }

        return rest;
    }
}
