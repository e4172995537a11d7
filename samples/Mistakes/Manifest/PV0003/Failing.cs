namespace Mistakes.PV0003;

[Algorithm]
public sealed partial class Demo0003
{
}
