/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nev-layout-private.h"

#include <string.h>

/* Chinese has no spaces, and Unicode allows a line to end after any character. Dictionaries that know better are
 * large; a chart's own sentences are made of few words, which are these. A word that isn't here is broken as before.
 */
static const char *const words[] = {
  "一季度",
  "三季度",
  "上升",
  "上半年",
  "下半年",
  "下降",
  "个百分点",
  "个月",
  "中国",
  "乘用车",
  "二季度",
  "产量",
  "产销",
  "亿辆",
  "份额",
  "保有量",
  "充电基础设施",
  "充电桩",
  "公共",
  "公布",
  "其他",
  "出口",
  "减少",
  "变化",
  "口径",
  "可比",
  "合并",
  "同比",
  "商用车",
  "四季度",
  "增长",
  "季度",
  "对比",
  "市场",
  "市场占有率",
  "市场份额",
  "截至",
  "指数",
  "持平",
  "推算",
  "插电式混合动力",
  "数据",
  "新增",
  "新能源",
  "新能源乘用车",
  "新能源商用车",
  "新能源汽车",
  "月度",
  "本年",
  "来源",
  "汽车",
  "注释",
  "渗透率",
  "滚动",
  "环比",
  "电动",
  "百分点",
  "累计",
  "纯电动",
  "统计",
  "范围",
  "贸易",
  "趋势",
  "逐年",
  "销量",
  "降至",
};

static gsize
find_word (const char *text)
{
  gsize longest = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (text, words[i]))
      longest = MAX (longest, strlen (words[i]));

  return longest;
}

/* "76.5万辆" and "2026年2月" are read as one. */
static gboolean
is_of_number (gunichar before,
              gunichar after)
{
  return (g_unichar_isdigit (before) && g_unichar_iswide (after) && g_unichar_isalpha (after)) ||
         (before == 0x5e74 /* 年 */ && g_unichar_isdigit (after));
}

/**
 * nev_layout_keep_words:
 * @text: a text
 * @attrs: (array): where it may be broken, as Pango has it; one more than it has characters
 *
 * Takes away the breaks within Chinese words and behind the numbers that words belong to.
 */
void
nev_layout_keep_words (const char   *text,
                       PangoLogAttr *attrs)
{
  const char *end_of_word = text;
  gunichar    before = 0;

  for (glong i = 0; *text != '\0'; i++)
    {
      gunichar after = g_utf8_get_char (text);

      if (text < end_of_word || is_of_number (before, after))
        attrs[i].is_line_break = FALSE;

      if (text >= end_of_word)
        end_of_word = text + find_word (text);

      before = after;
      text = g_utf8_next_char (text);
    }
}
