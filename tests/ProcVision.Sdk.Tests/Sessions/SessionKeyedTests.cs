namespace ProcVision.Sdk.Tests.Sessions;

public class SessionKeyedTests
{
    /// <summary>Bytes for keys and values when the first chunk of the directory is there.</summary>
    private static readonly int Body = RegionFormat.DefaultSize - RegionFormat.BodyAt - RegionFormat.ChunkSize(RegionFormat.FirstChunkEntries);

    private readonly Session _session = new("session-20240425-000123");

    [Fact]
    [Conformance(2, 44)]
    public void The_id_is_the_one_given() => Assert.Equal("session-20240425-000123", _session.Id);

    [Fact]
    [Conformance(44)]
    public void Every_built_in_type_comes_back_as_it_went_in()
    {
        RoundTrip(true);
        RoundTrip(sbyte.MinValue);
        RoundTrip(byte.MaxValue);
        RoundTrip(short.MinValue);
        RoundTrip(ushort.MaxValue);
        RoundTrip(int.MinValue);
        RoundTrip(uint.MaxValue);
        RoundTrip(long.MinValue);
        RoundTrip(ulong.MaxValue);
        RoundTrip(-1.5e-7f);
        RoundTrip(Math.PI);
        RoundTrip(79228162514264337593543950335m);
        RoundTrip('料');
        RoundTrip("料盘 🙂");
        RoundTrip("");
        RoundTrip(Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"));
        RoundTrip(new DateTime(2026, 2, 3, 4, 5, 6, 7, DateTimeKind.Utc));
        RoundTrip(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(8)));
        RoundTrip(TimeSpan.FromTicks(-1));
        RoundTrip(new DateOnly(2026, 2, 3));
        RoundTrip(new TimeOnly(4, 5, 6, 7));
        RoundTrip(new Rect(1, -2, 3, 4));
    }

    [Fact]
    public void A_nullable_value_type_reads_what_its_own_type_stored_and_the_other_way_round()
    {
        _session.Set("a", 7);
        _session.Set<int?>("b", 8);
        _session.Set<Rect?>("c", new Rect(1, 2, 3, 4));
        Assert.Equal(7, _session.Get<int?>("a", null));
        Assert.Equal(8, _session.Get("b", 0));
        Assert.Equal(new Rect(1, 2, 3, 4), _session.Get("c", default(Rect)));
    }

    [Fact]
    [Conformance(8)]
    public void A_missing_key_gives_the_fallback()
    {
        Assert.Equal(3, _session.Get("retry_count", 3));
        Assert.Null(_session.Get<string>("template"));
        Assert.False(_session.TryGet<int>("retry_count", out var count));
        Assert.Equal(0, count);
    }

    [Fact]
    [Conformance(31)]
    public void A_counter_counts()
    {
        for (var i = 0; i < 3; i++)
        {
            _session.Set("retry_count", _session.Get("retry_count", 0) + 1);
        }

        Assert.Equal(3, _session.Get("retry_count", 0));
    }

    [Fact]
    [Conformance(12, 13)]
    public void Delete_says_whether_the_key_was_there()
    {
        _session.Set("key", 1);
        Assert.True(_session.Exists("key"));
        Assert.True(_session.Delete("key"));
        Assert.False(_session.Delete("key"));
        Assert.False(_session.Exists("key"));
    }

    [Fact]
    [Conformance(17)]
    public void A_stored_null_exists_and_is_not_the_fallback()
    {
        _session.Set<string?>("text", null);
        _session.Set<int?>("number", null);
        Assert.True(_session.Exists("text"));
        Assert.True(_session.Exists("number"));
        Assert.Null(_session.Get<string?>("text", "fallback"));
        Assert.Null(_session.Get<int?>("number", 5));
        Assert.True(_session.TryGet<int?>("text", out _));
    }

    [Fact]
    public void Reading_a_stored_null_as_a_value_names_the_key()
    {
        _session.Set<string?>("count", null);
        Assert.Contains("'count'", Assert.Throws<SessionException>(() => _session.Get("count", 1)).Message, StringComparison.Ordinal);
        Assert.Contains("null", Assert.Throws<SessionException>(() => _session.TryGet<Rect>("count", out _)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_another_type_names_the_key_and_both_types()
    {
        _session.Set("count", "many");
        var message = Assert.Throws<SessionException>(() => _session.Get("count", 1L)).Message;
        Assert.Contains("'count'", message, StringComparison.Ordinal);
        Assert.Contains("string", message, StringComparison.Ordinal);
        Assert.Contains("long", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_may_change_its_type_by_being_set_again()
    {
        _session.Set("key", 1);
        _session.Set("key", "one");
        Assert.Equal("one", _session.Get("key", ""));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [Conformance(11, 16)]
    public void A_number_without_a_JSON_form_is_refused_and_the_old_value_stays(double value)
    {
        _session.Set("light", 1.5);
        _session.Set("gain", 2.5f);
        Assert.Contains("'light'", Assert.Throws<SessionException>(() => _session.Set("light", value)).Message, StringComparison.Ordinal);
        Assert.Throws<SessionException>(() => _session.Set<double?>("light", value));
        Assert.Throws<SessionException>(() => _session.Set("gain", (float)value));
        Assert.Throws<SessionException>(() => _session.Set<float?>("gain", (float)value));
        Assert.Equal(1.5, _session.Get("light", 0.0));
        Assert.Equal(2.5f, _session.Get("gain", 0f));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_and_not_replaced()
    {
        _session.Set("label", "ok");
        Assert.Contains("'label'", Assert.Throws<SessionException>(() => _session.Set("label", "x\ud83d")).Message, StringComparison.Ordinal);
        Assert.Throws<SessionException>(() => _session.Set("mark", '\udc00'));
        Assert.Throws<SessionException>(() => _session.Set("\ud83d", 1));
        Assert.Equal("ok", _session.Get("label", ""));
        Assert.False(_session.Exists("mark"));
        Assert.False(_session.Exists("\ud83d"));
    }

    [Fact]
    [Conformance(9, 16)]
    public void A_type_without_a_form_is_refused_by_name()
    {
        Assert.Contains("Byte[,]", Assert.Throws<SessionException>(() => _session.Set("bytes", new byte[1, 1])).Message, StringComparison.Ordinal);
        Assert.Throws<SessionException>(() => _session.Set("object", new object()));
        Assert.Throws<SessionException>(() => _session.Set("enum", DayOfWeek.Monday));
        Assert.Throws<SessionException>(() => _session.TryGet<HashSet<int>>("list", out _));
        Assert.False(_session.Exists("bytes"));
    }

    [Fact]
    public void A_full_session_says_what_is_needed_and_what_is_free_and_keeps_what_it_has()
    {
        var big = new string('x', 100_000);
        _session.Set("a", big);
        _session.Set("b", big);
        var error = Assert.Throws<SessionException>(() => _session.Set("c", big));
        Assert.Contains("'c'", error.Message, StringComparison.Ordinal);

        // Key and value in whole blocks of 16 bytes; the first chunk of the directory is there already.
        Assert.Contains($"需要 {16 + 100_000} 字节", error.Message, StringComparison.Ordinal);
        Assert.Contains($"剩余 {Body - (2 * (16 + 100_000))} 字节", error.Message, StringComparison.Ordinal);
        Assert.False(_session.Exists("c"));
        Assert.Throws<SessionException>(() => _session.Set("a", big + big));
        Assert.Equal(big, _session.Get("a", ""));
        Assert.True(_session.Delete("b"));
        _session.Set("c", big);
        Assert.Equal(big, _session.Get("c", ""));
    }

    [Fact]
    public void Deleting_and_shrinking_gives_all_the_room_back()
    {
        // A new value is there before the old one is given up: beside the largest one there has to be room for the shortest.
        var most = new string('x', Body - 16 - 16);
        for (var i = 0; i < 3; i++)
        {
            _session.Set("k", most);
            _session.Set("k", "short");
            _session.Set("k", most);
            Assert.True(_session.Delete("k"));
        }

        _session.Set("k", most);
        _session.Clear();
        _session.Set("k", most);
        _session.Set("l", true);
        Assert.Throws<SessionException>(() => _session.Set("m", true));
        Assert.Equal(most, _session.Get("k", ""));
        Assert.True(_session.Get("l", false));
        Assert.False(_session.Exists("m"));
    }

    [Fact]
    public void Setting_and_reading_a_number_again_allocates_nothing()
    {
        _session.Set("count", 0);
        Assert.Equal(0, Allocation.OfThousand(() => _session.Set("count", _session.Get("count", 0) + 1)));
        Assert.True(_session.Get("count", 0) >= 1000);
    }

    private void RoundTrip<T>(T value)
        where T : notnull
    {
        var key = typeof(T).Name;
        _session.Set(key, value);
        Assert.True(_session.Exists(key));
        Assert.True(_session.TryGet<T>(key, out var read));
        Assert.Equal(value, read);
        Assert.True(_session.Delete(key));
        Assert.False(_session.TryGet<T>(key, out _));
    }
}
