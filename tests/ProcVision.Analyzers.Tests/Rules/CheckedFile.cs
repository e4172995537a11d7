namespace ProcVision.Analyzers.Rules;

/// <summary>
/// A file of the repository that is made from others and read in review. <c>PROCVISION_UPDATE_SNAPSHOTS=1</c> writes it anew; else it must be as it would be made.
/// </summary>
internal static class CheckedFile
{
    private static bool Updates => Environment.GetEnvironmentVariable("PROCVISION_UPDATE_SNAPSHOTS") == "1";

    public static void Verify(string path, string text)
    {
        string? checkedIn = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
        if (Updates && checkedIn != text)
        {
            File.WriteAllText(path, text);
            checkedIn = text;
        }

        Assert.True(checkedIn is not null, $"There is no {path}. Run this test with PROCVISION_UPDATE_SNAPSHOTS=1 and read what it wrote.");
        Assert.Equal(text, checkedIn);
    }
}
