namespace Compile;

/// <summary>The times of one contender.</summary>
internal sealed class Series(string name)
{
    private readonly List<double> _milliseconds = [];

    public string Name => name;

    /// <summary>What the work costs.</summary>
    public double LowestTenth => _milliseconds.Order().ElementAt(_milliseconds.Count / 10);

    /// <summary>What a busy machine gave.</summary>
    public double Median => _milliseconds.Order().ElementAt(_milliseconds.Count / 2);

    public void Add(TimeSpan time) => _milliseconds.Add(time.TotalMilliseconds);
}
