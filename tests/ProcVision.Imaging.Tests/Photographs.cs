namespace ProcVision.Imaging.Tests;

/// <summary>The files of the folder Images.</summary>
internal static class Photographs
{
    internal static string Blades => PathOf("pca_test1.jpg");

    internal static string Coins => PathOf("coins.png");

    /// <summary>Name and SHA-256 of the pixels of every variant.</summary>
    internal static IEnumerable<(string Name, string Pixels)> Variants()
    {
        foreach (var line in File.ReadLines(PathOf("Variants/pixels.sha256")))
        {
            var columns = line.Split("  ");
            yield return ("Variants/" + columns[1], columns[0]);
        }
    }

    internal static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Images", name);

    internal static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));
}
