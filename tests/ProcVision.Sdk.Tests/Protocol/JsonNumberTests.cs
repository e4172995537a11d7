using System.Globalization;
using System.Numerics;
using System.Text;
using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

public class JsonNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("5", 5)]
    [InlineData("5.0", 5)]
    [InlineData("5e0", 5)]
    [InlineData("0.5e1", 5)]
    [InlineData("500e-2", 5)]
    [InlineData("-12e1", -120)]
    [InlineData("9007199254740993.0", 9007199254740993)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("0e99999999999999999999", 0)]
    [InlineData("0.00000000000000000000000001e26", 1)]
    [InlineData("100000000000000000000000000e-26", 1)]
    public void An_integer_is_read_exactly_however_it_is_written(string text, long expected)
    {
        Assert.Equal(JsonInteger.Exact, JsonNumber.ToInt64(Encoding.UTF8.GetBytes(text), out var value));
        Assert.Equal(expected, value);
    }

    [Fact]
    public void Numbers_are_classified_as_exact_arithmetic_says()
    {
        var random = Seeded.Random(out var seed);
        var documents = new RandomJson(random);
        for (var i = 0; i < 20_000; i++)
        {
            var text = documents.Number();
            var (expected, expectedValue) = Exact(text);
            var actual = JsonNumber.ToInt64(Encoding.UTF8.GetBytes(text), out var value);
            Assert.True(expected == actual && expectedValue == value, $"seed {seed}: {text} is {actual} {value}, expected {expected} {expectedValue}");
        }
    }

    [Fact]
    public void Doubles_are_those_of_the_framework_to_the_last_bit()
    {
        var random = Seeded.Random(out var seed);
        var documents = new RandomJson(random);
        for (var i = 0; i < 20_000; i++)
        {
            var text = documents.Number();
            var expected = double.Parse(text, CultureInfo.InvariantCulture);
            var isFinite = JsonNumber.TryDouble(Encoding.UTF8.GetBytes(text), out var value);
            Assert.True(isFinite == double.IsFinite(expected), $"seed {seed}: {text}");
            Assert.True(BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(value), $"seed {seed}: {text}");
        }
    }

    private static (JsonInteger Kind, long Value) Exact(string text)
    {
        var parts = text.ToLowerInvariant().Split('e');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? 0 : parts[0].Length - point - 1;
        var digits = BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        exponent -= fraction;
        if (exponent < 0)
        {
            var quotient = BigInteger.DivRem(digits, BigInteger.Pow(10, -exponent), out var rest);
            if (!rest.IsZero)
            {
                return (JsonInteger.Fraction, 0);
            }

            digits = quotient;
        }
        else
        {
            digits *= BigInteger.Pow(10, exponent);
        }

        return digits > long.MaxValue ? (JsonInteger.TooLarge, 0)
            : digits < long.MinValue ? (JsonInteger.TooSmall, 0)
            : (JsonInteger.Exact, (long)digits);
    }
}
