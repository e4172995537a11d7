namespace ProcVision.Soak.Values;

/// <summary>A record of no fixed length: JSON in the region.</summary>
[SessionValue]
internal sealed record Template(long Number, string Name, Grade Grade, Pose? At, int[] Points, Dictionary<string, double> Weights)
{
    internal const int MostPoints = 60;

    internal static Template Of(Edition edition)
    {
        var points = new int[edition.Pick(0, MostPoints)];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = (int)edition.Bits(i + 10);
        }

        var weights = new Dictionary<string, double>();
        for (var i = 0; i < edition.Pick(1, 6); i++)
        {
            weights[$"边{i}"] = (edition.Number % 1000) + (i / 8.0);
        }

        return new(
            edition.Number, TextForm.Text(edition, 80), (Grade)edition.Pick(2, 3), edition.Pick(3, 2) == 0 ? null : Pose.Of(edition), points, weights);
    }

    public bool Equals(Template? other) => other is not null
        && Number == other.Number && Name == other.Name && Grade == other.Grade && At == other.At
        && Points.AsSpan().SequenceEqual(other.Points)
        && Weights.Count == other.Weights.Count
        && Weights.All(weight => other.Weights.TryGetValue(weight.Key, out var value) && value == weight.Value);

    public override int GetHashCode() => Number.GetHashCode();
}
