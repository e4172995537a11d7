namespace ProcVision;

/// <summary>The <c>types</c> of a description: each is made when it is first asked for, so that they may stand in any order.</summary>
internal sealed class StoredTypeTable(SchemaObject[] described)
{
    /// <summary>Types inside each other.</summary>
    private const int Deepest = 64;

    private readonly StoredType?[] _made = new StoredType?[described.Length];
    private int _depth;

    /// <summary>A type by its index.</summary>
    /// <exception cref="RegionFault">There is no such type, it contains itself, or its description is not one.</exception>
    internal StoredType this[int index]
    {
        get
        {
            if (index >= described.Length)
            {
                throw new RegionFault($"类型 {index} 不存在，共 {described.Length} 个");
            }

            if (_made[index] is { } made)
            {
                return made;
            }

            // One that contains itself gets here as well.
            if (++_depth > Deepest)
            {
                throw new RegionFault($"类型 {index} 嵌套超过 {Deepest} 层");
            }

            made = Make(described[index]);
            _depth--;
            return _made[index] = made;
        }
    }

    private StoredType Make(SchemaObject type)
    {
        switch (type.Text("kind"))
        {
            case "enum":
                type.RequireOnly("kind", "name", "of", "names", "flags");
                return new StoredEnum(Integer(type.Number("of")), type.Names("names"), type.IsTrue("flags"));
            case "struct":
                type.RequireOnly("kind", "name", "size", "members");
                return Struct(type.Number("size"), type.Objects("members"));
            case "nullable":
                type.RequireOnly("kind", "of", "size");
                return Nullable(Sized(type.Number("of")), type.Number("size"));
            case "array":
                type.RequireOnly("kind", "name", "of");
                return Array(type.Text("name"), Sized(type.Number("of")));
            case "json":
                type.RequireOnly("kind", "name");
                return new StoredJson();
            case var kind:
                type.RequireOnly("kind");
                return BuiltIn(kind);
        }
    }

    private StoredStruct Struct(int size, SchemaObject[] members)
    {
        var made = new StoredMember[members.Length];
        for (var i = 0; i < made.Length; i++)
        {
            members[i].RequireOnly("name", "offset", "type");
            made[i] = new StoredMember(members[i].Text("name"), members[i].Number("offset"), Sized(members[i].Number("type")));
            if (made[i].Offset > size - made[i].Type.Size)
            {
                throw new RegionFault($"成员 '{made[i].Name}' 超出结构的 {size} 字节");
            }
        }

        return size > 0 ? new StoredStruct(size, made) : throw new RegionFault("结构的大小是 0");
    }

    /// <summary>An array of bytes is base64 in JSON; a list of them is a list of numbers.</summary>
    private static StoredType Array(string name, StoredType element) =>
        name == "byte[]" && element is StoredBuiltIn { Kind: SessionKind.Byte } ? new StoredBase64() : new StoredArray(element);

    private static StoredNullable Nullable(StoredType of, int size) =>
        size > of.Size ? new StoredNullable(of, size) : throw new RegionFault($"可空类型只有 {size} 字节，其值有 {of.Size} 字节");

    private SessionKind Integer(int index) => this[index] is StoredBuiltIn { Kind: var kind } && StoredInteger.Is(kind)
        ? kind
        : throw new RegionFault($"枚举的类型 {index} 不是整数");

    private StoredType Sized(int index) => this[index] is { Size: > 0 } type ? type : throw new RegionFault($"类型 {index} 没有固定大小");

    private static StoredType BuiltIn(string name)
    {
        if (name == "text")
        {
            return new StoredText();
        }

        for (var kind = SessionKind.Boolean; kind < SessionKind.Text; kind++)
        {
            if (kind.ToString() is var known && char.ToLowerInvariant(known[0]) == name.FirstOrDefault() && name.AsSpan(1).SequenceEqual(known.AsSpan(1)))
            {
                return new StoredBuiltIn(kind);
            }
        }

        throw new RegionFault($"未知的类型种类 '{name}'");
    }
}
