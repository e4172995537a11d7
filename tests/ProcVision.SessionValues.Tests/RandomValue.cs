using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using CsCheck;

namespace ProcVision.SessionValues.Tests;

/// <summary>Random values of any type of the grammar, made by reflection: one generator for every shape, and its seed says it all.</summary>
internal sealed class RandomValue(int seed)
{
    private const int Deepest = 6;
    private const int Most = 60;

    private static readonly string[] Texts =
    [
        "", "a", "T-1", "料盘", "\"", "\\", "\u0000", "\u001f", "\u007f", "\u2028", "😀", "</b>", "é", "+", "\uFEFF", "a\tb\r\n", "null", "{}", new('x', 300),
    ];

    private static readonly double[] Doubles = [0, -0.0, 1, -1.5, 0.1, 1e300, double.Epsilon, double.MaxValue, double.MinValue, 123456789.123, 1e16, 1e-7];

    private readonly Random _random = new(seed);
    private readonly NullabilityInfoContext _nullability = new();
    private int _objects;

    /// <summary>A type that contains itself must come to an end.</summary>
    private bool IsEnough(int depth) => depth > Deepest || _objects > Most;

    /// <summary>Values of a type; a failing test prints the seed of CsCheck.</summary>
    internal static Gen<T> Of<T>() => Gen.Int.Select(seed => (T)new RandomValue(seed).Make(typeof(T), 0)!);

    private object? Make(Type type, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return _random.Next(3) == 0 ? null : Make(inner, depth);
        }

        if (type.IsEnum)
        {
            return MakeEnum(type);
        }

        return BuiltIn(type) ?? Collection(type, null, depth) ?? MakeObject(type, depth);
    }

    /// <summary>A value of a member or parameter, null only where it is declared so.</summary>
    private object? Make(Type type, NullabilityInfo declared, int depth, bool isOpen = false)
    {
        // What Box<string> was declared with, nobody can tell here: not null is always right.
        if (!type.IsValueType && !isOpen && declared.ReadState != NullabilityState.NotNull && (_random.Next(3) == 0 || IsEnough(depth)))
        {
            return null;
        }

        return type.IsValueType && Nullable.GetUnderlyingType(type) is null && !type.IsGenericType
            ? Make(type, depth)
            : Collection(type, declared, depth) ?? Make(type, depth);
    }

    private object? BuiltIn(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => _random.Next(2) == 0,
        TypeCode.SByte => (sbyte)_random.Next(sbyte.MinValue, sbyte.MaxValue + 1),
        TypeCode.Byte => (byte)_random.Next(byte.MaxValue + 1),
        TypeCode.Int16 => (short)_random.Next(short.MinValue, short.MaxValue + 1),
        TypeCode.UInt16 => (ushort)_random.Next(ushort.MaxValue + 1),
        TypeCode.Int32 => _random.Next(3) == 0 ? _random.Next(-10, 10) : (int)_random.NextInt64(),
        TypeCode.UInt32 => (uint)_random.NextInt64(),
        TypeCode.Int64 => _random.NextInt64(long.MinValue, long.MaxValue),
        TypeCode.UInt64 => (ulong)_random.NextInt64(long.MinValue, long.MaxValue),
        TypeCode.Single => (float)((_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-20, 20))),
        TypeCode.Double => _random.Next(4) == 0 ? Doubles[_random.Next(Doubles.Length)] : (_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-300, 300)),
        TypeCode.Decimal => new decimal(_random.Next(), _random.Next(), _random.Next(3) == 0 ? _random.Next() : 0, _random.Next(2) == 0, (byte)_random.Next(29)),
        TypeCode.Char => MakeText() is { Length: > 0 } text && !char.IsSurrogate(text[0]) ? text[0] : 'c',
        TypeCode.String => MakeText(),
        TypeCode.DateTime => MakeTime(),
        _ => type == typeof(Guid) ? MakeGuid()
            : type == typeof(DateTimeOffset) ? new DateTimeOffset(DateTime.SpecifyKind(MakeTime(), DateTimeKind.Unspecified).AddYears(2), TimeSpan.FromMinutes(_random.Next(-840, 841)))
            : type == typeof(TimeSpan) ? TimeSpan.FromTicks(_random.Next(2) == 0 ? _random.NextInt64(long.MinValue, long.MaxValue) : _random.Next() * 10_000_000L)
            : type == typeof(DateOnly) ? DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber + 1))
            : type == typeof(TimeOnly) ? new TimeOnly(_random.NextInt64(TimeOnly.MaxValue.Ticks + 1))
            : type == typeof(Rect) ? new Rect(_random.Next(), -_random.Next(), _random.Next(9), 0)
            : null,
    };

    private object? Collection(Type type, NullabilityInfo? declared, int depth)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        var count = IsEnough(depth) ? 0 : _random.Next(4);
        if (type.IsArray)
        {
            return Fill(type.GetElementType()!, declared?.ElementType, count, depth);
        }

        if (definition == typeof(List<>))
        {
            return Activator.CreateInstance(type, Fill(type.GenericTypeArguments[0], Argument(declared, 0), count, depth));
        }

        if (definition == typeof(ImmutableArray<>))
        {
            return typeof(ImmutableArray).GetMethods()
                .Single(m => m.Name == "Create" && m.GetParameters() is [{ ParameterType: { IsArray: true } }])
                .MakeGenericMethod(type.GenericTypeArguments[0])
                .Invoke(null, [Fill(type.GenericTypeArguments[0], Argument(declared, 0), count, depth)]);
        }

        if (definition != typeof(Dictionary<,>))
        {
            return null;
        }

        var dictionary = (IDictionary)Activator.CreateInstance(type)!;
        for (var i = 0; i < count; i++)
        {
            dictionary[MakeText()] = Element(type.GenericTypeArguments[1], Argument(declared, 1), depth + 1);
        }

        return dictionary;
    }

    private static NullabilityInfo? Argument(NullabilityInfo? declared, int index) =>
        declared is { GenericTypeArguments: { Length: > 0 } arguments } ? arguments[index] : null;

    private Array Fill(Type element, NullabilityInfo? declared, int count, int depth)
    {
        var array = Array.CreateInstance(element, count);
        for (var i = 0; i < count; i++)
        {
            array.SetValue(Element(element, declared, depth + 1), i);
        }

        return array;
    }

    private object? Element(Type type, NullabilityInfo? declared, int depth) => declared is null ? Make(type, depth) : Make(type, declared, depth);

    private object? MakeEnum(Type type)
    {
        var values = Enum.GetValues(type);
        return _random.Next(3) > 0
            ? values.GetValue(_random.Next(values.Length))
            : Enum.ToObject(type, BuiltIn(Enum.GetUnderlyingType(type))!);
    }

    private object MakeObject(Type type, int depth)
    {
        _objects++;
        if (type.IsAbstract)
        {
            return Make(type.Assembly.GetTypes().First(t => t.BaseType == type), depth)!;
        }

        var constructors = type.GetConstructors().Where(c => c.GetParameters() is not [var only] || only.ParameterType != type).ToArray();
        var constructor = constructors.FirstOrDefault(c => c.IsDefined(typeof(JsonConstructorAttribute)))
            ?? (type.IsValueType && !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)) ? null : constructors.MinBy(c => c.GetParameters().Length));
        var value = constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType, _nullability.Create(p), depth + 1, IsOpen(p)))]);
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public).Where(f => !f.IsInitOnly))
        {
            field.SetValue(value, Make(field.FieldType, _nullability.Create(field), depth + 1, IsOpen(field)));
        }

        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(IsSet))
        {
            property.SetValue(value, Make(property.PropertyType, _nullability.Create(property), depth + 1, IsOpen(property)));
        }

        return value;
    }

    private static bool IsOpen(MemberInfo member) => ((member.DeclaringType!.IsGenericType
        ? member.DeclaringType.GetGenericTypeDefinition().GetMemberWithSameMetadataDefinitionAs(member)
        : member) switch
    {
        PropertyInfo property => property.PropertyType,
        FieldInfo field => field.FieldType,
        _ => typeof(object),
    }).IsGenericParameter;

    private static bool IsOpen(ParameterInfo parameter) => parameter.Member.DeclaringType!.IsGenericType
        && ((ConstructorInfo)parameter.Member.DeclaringType.GetGenericTypeDefinition().GetMemberWithSameMetadataDefinitionAs(parameter.Member))
            .GetParameters()[parameter.Position].ParameterType.IsGenericParameter;

    private static bool IsSet(PropertyInfo property) =>
        property.SetMethod is not null
        && (property.GetMethod!.IsPublic || property.IsDefined(typeof(JsonIncludeAttribute)))
        && property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition != JsonIgnoreCondition.Always;

    private string MakeText() => string.Concat(Enumerable.Range(0, _random.Next(3)).Select(_ => Texts[_random.Next(Texts.Length)]));

    private DateTime MakeTime() =>
        new(_random.Next(2) == 0 ? _random.NextInt64(DateTime.MaxValue.Ticks / 2) : _random.Next() * 10_000_000L, (DateTimeKind)_random.Next(3));

    private Guid MakeGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
