using ProcVision;

namespace AlgorithmExample;

/// <summary>Decides whether a blob is a good part and, if not, says what is wrong with it.</summary>
internal static class PartJudge
{
    /// <summary>Compares a blob with the config. Its score is the product of how well size and shape match.</summary>
    /// <param name="blob">What was found.</param>
    /// <param name="area">Its rectangle in the camera picture.</param>
    /// <param name="unit">The tray's longer side in the blob's pixels: sizes are shares of it.</param>
    /// <param name="config">What good parts look like.</param>
    /// <param name="minScore">The score from which a blob is a good part, 0…1.</param>
    public static Part Judge(in Blob blob, Rect area, float unit, PartsConfig config, double minScore)
    {
        var size = blob.Size / unit;
        var score = config.Size.Match(size) * config.Slenderness.Match(blob.Slenderness) * config.Fullness.Match(blob.Fullness);
        if (score >= minScore)
            return new Part(area, config.Label, score, IsGood: true);

        var label = size < config.Size.Min ? "过小" : size > config.Size.Max ? "过大" : "形状不符";
        return new Part(area, label, score, IsGood: false);
    }
}
