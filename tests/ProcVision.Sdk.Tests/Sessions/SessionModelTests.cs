using System.Text;
using ProcVision.Sdk.Tests.Protocol;

namespace ProcVision.Sdk.Tests.Sessions;

/// <summary>Random operations on both doors against a dictionary that does the same.</summary>
public class SessionModelTests
{
    private static readonly string[] Keys = ["Count", "Tray", "Label", "Light", "a", "键", "c"];

    [Fact]
    public void A_session_behaves_like_a_dictionary_of_typed_values_whatever_the_order()
    {
        var random = Seeded.Random(out var seed);
        for (var run = 0; run < 200; run++)
        {
            var session = new Session("s");
            var model = new Dictionary<string, object?>();
            for (var i = 0; i < 60; i++)
            {
                Step(session, model, random);
                Compare(session, model, seed, run, i);
                if (i == 20)
                {
                    // From here on some keys are slots: what does not fit there must not be there yet.
                    Prepare(session, model);
                    _ = TraySession.Over(session);
                    Compare(session, model, seed, run, i);
                }
            }
        }
    }

    private static void Step(Session session, Dictionary<string, object?> model, Random random)
    {
        var key = Keys[random.Next(Keys.Length)];
        switch (random.Next(7))
        {
            case 0:
                Try(() => session.Set(key, random.Next()), model, key, session);
                break;
            case 1:
                Try(() => session.Set(key, random.NextDouble()), model, key, session);
                break;
            case 2:
                Try(() => session.Set<Rect?>(key, random.Next(2) == 0 ? null : new Rect(random.Next(), 0, 1, 2)), model, key, session);
                break;
            case 3:
                Try(() => session.Set(key, Text(random)), model, key, session);
                break;
            case 4:
                Try(() => session.Set(key, double.NaN), model, key, session);
                break;
            case 5:
                Assert.Equal(model.Remove(key), session.Delete(key));
                break;
            default:
                if (random.Next(20) == 0)
                {
                    session.Clear();
                    model.Clear();
                }

                break;
        }
    }

    /// <summary>A set either stores the value or throws and leaves the old one.</summary>
    private static void Try(Action set, Dictionary<string, object?> model, string key, Session session)
    {
        try
        {
            set();
        }
        catch (SessionException e)
        {
            Assert.Contains($"'{key}'", e.Message, StringComparison.Ordinal);
            return;
        }

        model[key] = Read(session, key);
    }

    private static void Compare(Session session, Dictionary<string, object?> model, int seed, int run, int step)
    {
        foreach (var key in Keys)
        {
            var expected = model.TryGetValue(key, out var value);
            Assert.True(expected == session.Exists(key), $"seed {seed}, run {run}, step {step}: Exists({key}) should be {expected}");
            if (expected)
            {
                Assert.True(Equals(value, Read(session, key)), $"seed {seed}, run {run}, step {step}: {key} should be {value}");
            }
        }
    }

    private static object? Read(Session session, string key)
    {
        if (Is<string?>(session, key, out var value) || Is<int?>(session, key, out value) || Is<double?>(session, key, out value)
            || Is<Rect?>(session, key, out value))
        {
            return value;
        }

        throw new InvalidOperationException($"'{key}' can be read as nothing");
    }

    private static bool Is<T>(Session session, string key, out object? value)
    {
        value = null;
        try
        {
            if (!session.TryGet<T>(key, out var read))
            {
                return false;
            }

            value = read;
            return true;
        }
        catch (SessionException)
        {
            return false;
        }
    }

    private static void Prepare(Session session, Dictionary<string, object?> model)
    {
        foreach (var (key, fits) in ((string, Func<object?, bool>)[])
            [("Count", v => v is int), ("Tray", v => v is null or Rect), ("Light", v => v is double),
             ("Label", v => v is null || (v is string s && Encoding.UTF8.GetByteCount(s) <= 20))])
        {
            if (model.TryGetValue(key, out var value) && !fits(value))
            {
                Assert.True(session.Delete(key));
                _ = model.Remove(key);
            }
        }
    }

    private static string Text(Random random) => string.Concat(Enumerable.Repeat("料", random.Next(12)));
}
